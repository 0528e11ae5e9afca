package org.finplan.platform.testing.library.book;

/** Names its own table only; what it says in words is no SQL. */
public class BookRepository {

    private static final String ALL = "SELECT title FROM book b WHERE b.title IS DISTINCT FROM loan";

    String refused(int count) {
        return ALL + " takes " + count + " away from loan";
    }
}
