-- One row a figure of an incident: a role, and who or what is counted. Figures of whole periods are left out. The rows
-- of all are the whole toll: do not add them to those of civilians, forces and fighters.
comment on table incident_figures is
'One row a figure of an incident: a role, and who or what is counted. Figures of whole periods are left out. The rows of all are the whole toll: do not add them to those of civilians, forces and fighters.';
comment on column incident_figures.counted is 'Who or what is counted: all (the toll), civilians, forces, fighters, killed or injured where a text tells them together, else the thing.';
comment on column incident_figures.low is 'Least number that a report tells; 0 where one tells only the most.';
comment on column incident_figures.best is 'Number that most sources support; where they tie that of the latest, then the lower one.';
comment on column incident_figures.high is 'Greatest number that a report tells; of a figure that is open above its least counts.';
