package org.finplan.tasks.supervision.opening;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;
import org.finplan.tasks.supervision.CauseKind;
import org.finplan.tasks.supervision.ladder.CallerCity;
import org.finplan.tasks.supervision.ladder.Ladders;

/** The rules by which causes open matters: those that come with the program, and what a city set after them. */
@ApplicationScoped
class OpeningRules {

    private final List<OpeningRule> shipped = shipped();
    private final OpeningRuleRepository rules;
    private final Ladders ladders;
    private final CallerCity cities;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    OpeningRules(
            OpeningRuleRepository rules,
            Ladders ladders,
            CallerCity cities,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.rules = rules;
        this.ladders = ladders;
        this.cities = cities;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** {@return the rule of a kind of cause that holds for a city} */
    OpeningRule of(String city, CauseKind cause) {
        return inForce(city).stream()
                .filter(rule -> rule.cause() == cause)
                .findFirst()
                .orElseThrow();
    }

    private List<OpeningRule> inForce(String city) {
        List<OpeningRule> set = rules.newest(city);
        return shipped.stream()
                .map(rule -> set.stream()
                        .filter(own -> own.cause() == rule.cause())
                        .findFirst()
                        .orElse(rule))
                .toList();
    }

    @Transactional
    List<OpeningRuleView> list(@Nullable String city) {
        String of = cities.readable(city);
        return inForce(of).stream().map(rule -> OpeningRuleView.of(of, rule)).toList();
    }

    OpeningRuleView set(OpeningRuleRequest request, @Nullable String city) {
        String of = cities.writable(city);
        OpeningRule before = inForce(of).stream()
                .filter(rule -> rule.cause().code().equals(request.cause()))
                .findFirst()
                .orElseThrow(() -> OpeningError.UNKNOWN_CAUSE.at(
                        "/cause",
                        request.cause(),
                        shipped.stream().map(rule -> rule.cause().code()).toList()));
        if (ladders.newest(of, request.ladder()).isEmpty()) {
            throw OpeningError.UNKNOWN_LADDER.at("/ladder", request.ladder(), ladders.codes(of));
        }
        OpeningRule rule = new OpeningRule(
                before.cause(),
                before.version() + 1,
                request.enabled(),
                request.ladder(),
                request.workingDays(),
                request.unit());
        if (!rules.add(of, rule, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw OpeningError.CHANGED_MEANWHILE.at("", request.cause(), List.of());
        }
        audit.record(
                "supervision-opening.set",
                "/api/v1/supervision-openings",
                of,
                request.cause() + " " + rule.version() + (rule.enabled() ? " enabled" : " disabled"));
        return OpeningRuleView.of(of, rule);
    }

    private static List<OpeningRule> shipped() {
        try (InputStream file = OpeningRules.class.getResourceAsStream("/supervision-openings.json")) {
            return JsonMapper.builder().build().readValue(file, new TypeReference<List<OpeningRule>>() {});
        } catch (IOException damaged) {
            throw new UncheckedIOException("supervision-openings.json of this program", damaged);
        }
    }
}
