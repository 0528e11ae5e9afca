package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a decimal from a JSON number or a string of digits, every digit kept, within what the API takes elsewhere. */
final class Decimals {

    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,18})?");

    private Decimals() {}

    static Optional<JsonNode> read(JsonNode sent) {
        String text = sent.isTextual()
                ? sent.textValue()
                : sent.isNumber() && sent.decimalValue().scale() > -20
                        ? sent.decimalValue().toPlainString()
                        : "";
        return FORM.matcher(text).matches() ? Optional.of(DecimalNode.valueOf(new BigDecimal(text))) : Optional.empty();
    }
}
