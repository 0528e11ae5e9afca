package org.finplan.risk.rulebook.content;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The rules that this program brings along: statutory limits with their sources, and methods of watching. */
public final class ShippedRules {

    private ShippedRules() {}

    /** {@return the rules of {@code statutory-rules.json}, in its order} */
    public static List<RuleRequest> read() {
        try (InputStream file = ShippedRules.class.getResourceAsStream("/statutory-rules.json")) {
            return JsonMapper.builder().build().readValue(file, File.class).rules();
        } catch (IOException damaged) {
            throw new UncheckedIOException("statutory-rules.json of this program", damaged);
        }
    }

    private record File(List<RuleRequest> rules) {}
}
