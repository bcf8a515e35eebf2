-- One row an incident: one happening, with all reports of it that were found. Figures are of the reports taken
-- together: low and high are the least and the most that a report tells, best is what most sources tell. What was only
-- planned, denied or a figure of a period is no part of an incident that happened.
comment on table incidents is
'One row an incident: one happening, with all reports of it that were found. Figures are of the reports taken together: low and high are the least and the most that a report tells, best is what most sources tell. What was only planned, denied or a figure of a period is no part of an incident that happened.';
comment on column incidents.kind is 'What happened, by the codebook: the kind that most sources tell, that of the earliest report where they tie.';
comment on column incidents.place is 'Main place: an exact one before a province or wider, then the one that most reports tell.';
comment on column incidents.killed_high is 'Greatest number killed that a report tells; of a figure that is open above its least counts.';
comment on column incidents.injured_high is 'Greatest number injured that a report tells; of a figure that is open above its least counts.';
comment on column incidents.arrested_high is 'Greatest number arrested that a report tells; of a figure that is open above its least counts.';
comment on column incidents.abducted_high is 'Greatest number abducted that a report tells; of a figure that is open above its least counts.';
