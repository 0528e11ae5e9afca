-- Whether anybody holds anything of some institutions is asked with every report: by who is held as well as by who holds.
CREATE INDEX ix_ownership_link_owned ON ownership_link (owned);
