-- ACLED's kind of actor for a category of the codebook. A state's own forces and foreign ones are not told apart.
create or replace macro acled_inter(category) as (
    case category
        when 'state_forces' then 'State forces'
        when 'police' then 'State forces'
        when 'government' then 'State forces'
        when 'coalition' then 'External/Other forces'
        when 'intergovernmental' then 'External/Other forces'
        when 'insurgent' then 'Rebel group'
        when 'militia' then 'Political militia'
        when 'civilians' then 'Civilians'
        when 'other' then 'External/Other forces'
    end
);
