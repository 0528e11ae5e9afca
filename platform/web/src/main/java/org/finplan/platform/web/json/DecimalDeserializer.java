package org.finplan.platform.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads a decimal from a JSON number or from a string of digits, every digit kept. Size is bounded before anything is
 * computed: a few characters such as {@code 1E999999999} would otherwise become a gigabyte when written plainly.
 */
final class DecimalDeserializer extends StdScalarDeserializer<BigDecimal> {

    // Exponent and sign included.
    private static final int LONGEST = 60;

    private static final int MOST_DIGITS = 38;
    private static final int MOST_PLACES = 18;
    private static final Pattern FORM = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?");

    DecimalDeserializer() {
        super(BigDecimal.class);
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Float;
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT
                && token != JsonToken.VALUE_NUMBER_FLOAT
                && token != JsonToken.VALUE_STRING) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        String text = parser.getText();
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw InvalidFormatException.from(parser, "not a decimal", text, BigDecimal.class);
        }
        BigDecimal value = new BigDecimal(text);
        if (value.precision() - Math.min(value.scale(), 0) > MOST_DIGITS
                || Math.max(value.scale(), value.precision()) > MOST_DIGITS
                || value.scale() > MOST_PLACES) {
            throw InvalidFormatException.from(parser, "decimal out of bounds", text, BigDecimal.class);
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
