-- The stale events are seen to once, with the first portion.
delete from stale;
