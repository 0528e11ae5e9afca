package org.finplan.platform.testing.library.loan;

/** Joins its own table with another package's, in a statement that is put together, and appends to the outbox by itself. */
public class LoanRepository {

    private static final String EVENT = "INSERT INTO outbox (id) VALUES (:id)";

    String ofReaders(int count, String order) {
        return "SELECT title FROM loan l LIMIT " + count + "\n  JOIN book ON true ORDER BY " + order + EVENT;
    }
}
