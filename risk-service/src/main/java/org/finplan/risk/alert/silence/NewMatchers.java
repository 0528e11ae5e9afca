package org.finplan.risk.alert.silence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.fault.EditDistance;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.RuleCodes;

/** Reads the matchers of a new silence. */
@ApplicationScoped
class NewMatchers {

    private final PlanRegister plans;
    private final RuleCodes rules;
    private final RegionScope scope;

    NewMatchers(PlanRegister plans, RuleCodes rules, RegionScope scope) {
        this.plans = plans;
        this.rules = rules;
        this.scope = scope;
    }

    private enum Field {
        REGION,
        RULE,
        INDICATOR,
        INSTITUTION,
        LEVEL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads matchers.
     *
     * @param matchers as they were sent
     * @return what they say together; of a region that the caller writes
     */
    SilenceMatchers read(List<SilenceRequest.Matcher> matchers) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (int i = 0; i < matchers.size(); i++) {
            String name = matchers.get(i).field();
            Field field = Stream.of(Field.values())
                    .filter(known -> known.code().equals(name) && !values.containsKey(known))
                    .findFirst()
                    .orElse(null);
            if (field == null) {
                throw SilenceError.UNKNOWN_MATCHER.at("/matchers/" + i + "/field", name, left(values));
            }
            values.put(field, value(field, matchers.get(i).value(), "/matchers/" + i + "/value"));
        }
        String region = values.getOrDefault(Field.REGION, scope.city().orElse(null));
        if (region == null) {
            throw SilenceError.UNKNOWN_MATCHER.at("/matchers", null, List.of(Field.REGION.code()));
        }
        scope.requireWritable(region, "/matchers");
        return new SilenceMatchers(
                region,
                values.get(Field.RULE),
                values.get(Field.INDICATOR),
                values.get(Field.INSTITUTION),
                Level.find(values.get(Field.LEVEL)).orElse(null));
    }

    private static List<String> left(Map<Field, String> taken) {
        return Stream.of(Field.values())
                .filter(field -> !taken.containsKey(field))
                .map(Field::code)
                .toList();
    }

    private String value(Field field, String value, String pointer) {
        List<String> known =
                switch (field) {
                    case REGION -> plans.regionCodes();
                    case LEVEL -> Stream.of(Level.values()).map(Level::code).toList();
                    case RULE -> rules.codes();
                    case INDICATOR, INSTITUTION -> List.of();
                };
        if (!known.isEmpty() && !known.contains(value)) {
            throw SilenceError.UNKNOWN_MATCHER.at(pointer, value, accepted(field, value, known));
        }
        return value;
    }

    /** Regions of other cities are none that would be accepted; of rules there are many, and the nearest are told. */
    private List<String> accepted(Field field, String value, List<String> known) {
        return switch (field) {
            case REGION -> known.stream().filter(scope.writable()::contains).toList();
            case RULE -> EditDistance.nearest(value, known.stream());
            case LEVEL, INDICATOR, INSTITUTION -> known;
        };
    }
}
