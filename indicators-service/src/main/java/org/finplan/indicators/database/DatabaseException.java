package org.finplan.indicators.database;

import java.sql.SQLException;

/** A statement failed. The cause tells a lost connection from a broken rule; the web layer answers 503 or 500. */
public final class DatabaseException extends RuntimeException {

    DatabaseException(SQLException cause) {
        super(cause);
    }
}
