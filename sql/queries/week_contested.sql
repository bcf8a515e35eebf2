-- The figures that reports disagree on, of the incidents that a report came to since a moment.
select contested_figures.*
from contested_figures
semi join incidents_since(cast($since as timestamptz)) as news on contested_figures.incident_id = news.incident_id
order by all;
