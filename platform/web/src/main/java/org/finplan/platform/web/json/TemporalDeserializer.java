package org.finplan.platform.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.time.DateTimeException;
import org.finplan.platform.web.time.CalendarForm;

/**
 * Reads a date or an instant from its text in RFC 3339. The library alone would also take lists of numbers, and years that
 * no database knows.
 *
 * @param <T> what is read
 */
final class TemporalDeserializer<T> extends StdScalarDeserializer<T> {

    private final transient CalendarForm<T> form;

    TemporalDeserializer(Class<T> type, CalendarForm<T> form) {
        super(type);
        this.form = form;
    }

    @Override
    @SuppressWarnings("unchecked") // the handled type is the one given to the constructor
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
        String text = parser.getText();
        try {
            return form.parse(text);
        } catch (DateTimeException notOne) {
            throw InvalidFormatException.from(parser, "not of RFC 3339", text, handledType());
        }
    }
}
