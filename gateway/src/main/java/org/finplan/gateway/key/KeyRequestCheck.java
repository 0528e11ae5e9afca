package org.finplan.gateway.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.finplan.gateway.identity.Credential;
import org.finplan.gateway.key.ApiKey.Grant;
import org.finplan.gateway.scope.Scope;
import org.finplan.platform.access.Role;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Checks what callers ask of keys beyond its form: codes that exist, bounds that are configured; all faults at once. */
@ApplicationScoped
class KeyRequestCheck {

    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]*");

    private final Clock clock;
    private final KeyConfig config;
    private final PlanRegister plans;

    KeyRequestCheck(Clock clock, KeyConfig config, PlanRegister plans) {
        this.clock = clock;
        this.config = config;
        this.plans = plans;
    }

    /**
     * Checks the request for a new key.
     *
     * @param request the request, sound in form
     * @param caller owner when the request names none
     * @return what the key is to give
     * @throws ProblemException 400 with all faults
     */
    Grant grant(KeyRequest request, String caller) {
        List<ProblemError> faults = new ArrayList<>();
        requireLine(faults, "/name", request.name());
        if (request.owner() != null) {
            requireLine(faults, "/owner", request.owner());
        }
        for (int i = 0; i < request.units().size(); i++) {
            requireLine(faults, "/units/" + i, request.units().get(i));
        }
        requireKnown(faults, "/roles", request.roles(), new TreeSet<>(Role.granted()));
        requireKnown(faults, "/scopes", request.scopes(), Scope.NAMES);
        List<String> regions = plans.regionCodes();
        requireKnown(faults, "/regions", request.regions(), regions);
        if (request.regions().isEmpty() && KeyRules.boundToRegions().stream().anyMatch(request.roles()::contains)) {
            faults.add(fault(
                    "/regions", null, "须给出该角色所限定的地区。", "Must name the regions that the role is bound to.", regions));
        }
        if (request.units().isEmpty() && KeyRules.boundToUnits().stream().anyMatch(request.roles()::contains)) {
            faults.add(fault(
                    "/units", null, "须给出该角色所限定的单位。", "Must name the units that the role is bound to.", List.of()));
        }
        Instant end = end(faults, request.expiresAt());
        refuse(faults);
        return new Grant(
                request.name().strip(),
                request.owner() == null ? caller : request.owner().strip(),
                Set.copyOf(request.roles()),
                Set.copyOf(request.scopes()),
                Set.copyOf(request.regions()),
                request.units().stream().map(String::strip).collect(Collectors.toSet()),
                allowance(request.limits()),
                end);
    }

    private Instant end(List<ProblemError> faults, Instant asked) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant latest = now.plus(config.longestLife());
        Instant end = asked == null ? latest : asked;
        if (!end.isAfter(now) || end.isAfter(latest)) {
            faults.add(fault(
                    "/expiresAt",
                    end.toString(),
                    "须在范围之内。",
                    "Must be within the range.",
                    List.of(now + ".." + latest)));
        }
        return end;
    }

    private static Credential.Allowance allowance(KeyRequest.Limits limits) {
        return limits == null
                ? Credential.Allowance.USUAL
                : new Credential.Allowance(
                        Optional.ofNullable(limits.perSecond()),
                        Optional.ofNullable(limits.perDay()),
                        Optional.ofNullable(limits.perMonth()));
    }

    /**
     * Tells for how long the old secret is to work beside the new one.
     *
     * @param request the request, sound in form
     * @return the overlap; a day when the request names none
     * @throws ProblemException 400 when it is longer than configured
     */
    Duration overlap(KeyRequest.Rotation request) {
        long seconds = request.overlapSeconds() == null ? Duration.ofDays(1).toSeconds() : request.overlapSeconds();
        long longest = config.longestOverlap().toSeconds();
        if (request.overlapSeconds() != null && seconds > longest) {
            refuse(List.of(fault(
                    "/overlapSeconds",
                    Long.toString(seconds),
                    "须在范围之内。",
                    "Must be within the range.",
                    List.of("0.." + longest))));
        }
        return Duration.ofSeconds(seconds);
    }

    /**
     * Tells why a key is taken back.
     *
     * @param request the request, sound in form
     * @return the reason
     * @throws ProblemException 400 when it is blank or has several lines
     */
    String reason(KeyRequest.Revocation request) {
        List<ProblemError> faults = new ArrayList<>();
        requireLine(faults, "/reason", request.reason());
        refuse(faults);
        return request.reason().strip();
    }

    private static void requireLine(List<ProblemError> faults, String pointer, String text) {
        if (text.isBlank() || !LINE.matcher(text).matches()) {
            faults.add(fault(pointer, text, "须为单行文本。", "Must be a text of one line.", List.of()));
        }
    }

    private static void requireKnown(
            List<ProblemError> faults, String pointer, List<String> sent, Collection<String> known) {
        for (int i = 0; i < sent.size(); i++) {
            if (!known.contains(sent.get(i))) {
                faults.add(
                        fault(pointer + "/" + i, sent.get(i), "不在可选值之内。", "Is none of the values there are.", known));
            }
        }
    }

    private static ProblemError fault(String pointer, String value, String zh, String en, Collection<String> accepted) {
        return new ProblemError(
                pointer, value, WebError.INVALID_BODY.code(), new LocalizedText(zh, en), List.copyOf(accepted));
    }

    private static void refuse(List<ProblemError> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    WebError.INVALID_BODY,
                    new LocalizedText("请求正文有误，见 errors。", "The body has faults, see errors."),
                    faults);
        }
    }
}
