-- The rows of fetches with the month in which they came.
select
    fetches.*,
    strftime(fetches."at", '%Y-%m') as month
from fetches
order by fetches."at";
