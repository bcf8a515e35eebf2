-- How many documents a replay leaves alone, and how many it reads anew.
select
    count(*) filter (where not ($every or ruleset_version != $ruleset)) as left_alone,
    count(*) filter (where $every or ruleset_version != $ruleset) as read_anew
from documents;
