-- When the last document came that the warehouse had not held.
select max(created_at) as last_news from documents;
