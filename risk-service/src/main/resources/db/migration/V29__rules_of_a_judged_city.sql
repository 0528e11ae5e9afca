-- By which versions of the rules about guarantee chains a city was judged, such as 'TC-01@2 TC-02@1'. When others are in force it is
-- judged again. Of a city that was judged before, it is not known: it is judged once more. A row for each city, so that no index helps.
ALTER TABLE network_clock ADD COLUMN judged_by text;
