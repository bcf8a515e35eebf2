-- What is written anew goes first: the incidents of the frame rewritten, and where the events of found_reports stood.
delete from incident_reports
where
    incident_id in (select cast(incident_id as uuid) from rewritten)
    or event_id in (select cast(event_id as uuid) from found_reports);

delete from incident_figures
where incident_id in (select cast(incident_id as uuid) from rewritten);

delete from incidents
where incident_id in (select cast(incident_id as uuid) from rewritten);
