-- The figures that reports disagree on, of the incidents that a report came to since a moment.
select contested_figures.*
from contested_figures
where
    contested_figures.incident_id in (
        select incident_reports.incident_id
        from incident_reports
        inner join events on incident_reports.event_id = events.event_id
        where events.created_at >= cast($since as timestamptz)
    )
order by all;
