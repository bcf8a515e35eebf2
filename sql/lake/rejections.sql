-- The rows of rejections with the month in which they came.
select
    rejections.*,
    strftime(rejections."at", '%Y-%m') as month
from rejections
order by rejections."at";
