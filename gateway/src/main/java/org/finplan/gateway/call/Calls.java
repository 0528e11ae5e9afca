package org.finplan.gateway.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.finplan.gateway.database.Database;
import org.finplan.gateway.edge.Parameters;
import org.finplan.gateway.exchange.Answers;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.identity.Identity;
import org.finplan.platform.access.Permission;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Lists calls: all of them for those who oversee the use of the suite, for any other caller its own. */
@ApplicationScoped
public class Calls {

    private static final List<String> PAGED =
            List.of("client", "subject", "key", "status", "from", "to", "limit", "cursor");
    private static final List<String> SUMMED = List.of("client", "subject", "key", "status", "from", "to", "limit");
    private static final int MOST = 500;
    private static final int USUAL = 50;
    private static final Duration USUAL_SPAN = Duration.ofDays(1);
    private static final Duration LONGEST_SPAN = Duration.ofDays(31);
    private static final int LONGEST_NAME = 200;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Database database;
    private final Clock clock;

    Calls(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Lists calls, the newest first.
     *
     * @param context the request
     */
    public void list(RoutingContext context) {
        Exchange.of(context).routedTo("operations");
        Parameters parameters = Parameters.of(context, PAGED);
        int limit = parameters.number("limit", 1, MOST, USUAL);
        CallFilter filter = filter(parameters, Identity.of(context));
        Optional<CallCursor> after = parameters.find("cursor").map(text -> CallCursor.decode(text, filter)
                .orElseThrow(() -> ProblemException.of(
                        WebError.INVALID_CURSOR,
                        "cursor 须为本次查询返回的 nextCursor。",
                        "cursor must be a nextCursor of this query.")));
        database.transaction(connection -> CallTable.page(connection, filter, after, limit + 1))
                .onSuccess(rows -> {
                    List<Call> page = rows.subList(0, Math.min(limit, rows.size()));
                    ObjectNode body = JSON.objectNode();
                    page.forEach(call -> write(body.withArray("items").addObject(), call));
                    body.withArray("items");
                    Call last = rows.size() > limit ? page.get(limit - 1) : null;
                    body.put("nextCursor", last == null ? null : new CallCursor(last.at(), last.id()).encode(filter));
                    Answers.json(context, 200, body);
                })
                .onFailure(context::fail);
    }

    /**
     * Sums calls up by consumer and route class, over the last day unless the request says otherwise.
     *
     * @param context the request
     */
    public void summary(RoutingContext context) {
        Exchange.of(context).routedTo("operations");
        Parameters parameters = Parameters.of(context, SUMMED);
        int limit = parameters.number("limit", 1, MOST, USUAL);
        CallFilter asked = filter(parameters, Identity.of(context));
        Instant to = asked.to().orElseGet(clock::instant);
        Instant from = asked.from().orElseGet(() -> to.minus(USUAL_SPAN));
        if (Duration.between(from, to).compareTo(LONGEST_SPAN) > 0) {
            throw parameters.invalid("from", List.of(to.minus(LONGEST_SPAN) + ".."));
        }
        CallFilter filter = new CallFilter(
                asked.client(), asked.subject(), asked.key(), asked.status(), Optional.of(from), Optional.of(to));
        database.transaction(connection -> CallTable.summary(connection, filter, limit))
                .onSuccess(rows -> {
                    ObjectNode body = JSON.objectNode();
                    body.put("from", from.toString()).put("to", to.toString());
                    rows.forEach(use -> write(body.withArray("items").addObject(), use));
                    body.withArray("items");
                    Answers.json(context, 200, body);
                })
                .onFailure(context::fail);
    }

    private static CallFilter filter(Parameters parameters, Identity caller) {
        Optional<Instant> from = value(parameters, "from", Calls::instant, List.of("2026-11-22T00:00:00Z"));
        Optional<Instant> to = value(parameters, "to", Calls::instant, List.of("2026-11-23T00:00:00Z"));
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw parameters.invalid("to", List.of(from.get() + ".."));
        }
        CallFilter asked = new CallFilter(
                value(parameters, "client", Calls::name, List.of()),
                value(parameters, "subject", Calls::name, List.of()),
                value(parameters, "key", Calls::id, List.of("UUID")),
                value(parameters, "status", CallStatus::find, CallStatus.FORMS),
                from,
                to);
        return caller.may(Permission.CALLS_READ_ALL) ? asked : within(asked, caller);
    }

    /** A caller that asks for the calls of another gets none, as if there were none. */
    private static CallFilter within(CallFilter asked, Identity caller) {
        boolean others =
                asked.client().filter(client -> !client.equals(caller.client())).isPresent()
                        || asked.subject()
                                .filter(subject -> !subject.equals(caller.subject()))
                                .isPresent();
        return new CallFilter(
                Optional.of(caller.client()),
                Optional.of(caller.subject()),
                asked.key(),
                asked.status(),
                asked.from(),
                others ? Optional.of(Instant.EPOCH) : asked.to());
    }

    private static <T> Optional<T> value(
            Parameters parameters, String name, Function<String, Optional<T>> read, List<String> accepted) {
        return parameters.find(name).map(text -> read.apply(text)
                .orElseThrow(() -> parameters.invalid(name, accepted)));
    }

    private static Optional<String> name(String text) {
        boolean printable = text.length() <= LONGEST_NAME
                && text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
        return printable ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(at -> at.isAfter(FIRST) && at.isBefore(LAST));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static void write(ObjectNode item, Call call) {
        item.put("id", call.id().toString()).put("at", call.at().toString());
        consumer(item, call.client(), call.subject(), call.key());
        item.put("method", call.method()).put("path", call.path()).put("route", call.route());
        item.put("status", call.status()).put("ms", call.millis());
        item.put("bytesIn", call.bytesIn()).put("bytesOut", call.bytesOut()).put("traceId", call.traceId());
    }

    private static void write(ObjectNode item, CallUse use) {
        consumer(item, use.client(), use.subject(), use.key());
        item.put("route", use.route()).put("calls", use.calls()).put("errors", use.errors());
        item.put("bytesIn", use.bytesIn()).put("bytesOut", use.bytesOut());
        item.put("p50", use.p50()).put("p95", use.p95());
    }

    private static void consumer(ObjectNode item, String client, String subject, UUID key) {
        item.put("client", client).put("subject", subject).put("key", key == null ? null : key.toString());
    }
}
