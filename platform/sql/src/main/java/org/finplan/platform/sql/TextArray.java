package org.finplan.platform.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * An array of text for large sets. {@code bindArray} hands the driver objects, which it writes as one text in quotes; this one
 * travels in the binary form, so that nothing is quoted here and parsed there.
 */
public final class TextArray implements Argument {

    private final String[] texts;

    private TextArray(String[] texts) {
        this.texts = texts;
    }

    /**
     * An array to be bound as a parameter.
     *
     * @param texts its elements in order, null among them
     * @return the argument, of the type {@code text[]}
     */
    public static TextArray of(Collection<String> texts) {
        return new TextArray(texts.toArray(String[]::new));
    }

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
        statement.setArray(position, statement.getConnection().createArrayOf("text", texts));
    }
}
