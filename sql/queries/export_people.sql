-- Persons and the words that name them.
select
    name,
    aliases
from people;
