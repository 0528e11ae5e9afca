package org.finplan.gateway.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.finplan.gateway.audit.Act;
import org.finplan.gateway.edge.JsonBody;
import org.finplan.gateway.edge.Parameters;
import org.finplan.gateway.exchange.Answers;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.identity.Identity;
import org.finplan.gateway.key.ApiKey.Grant;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** {@code /api/v1/api-keys}. */
@ApplicationScoped
public class KeyResource {

    private static final int MOST = 500;
    private static final Pattern USABLE = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final String ROUTE = "api-keys";

    private final Keys keys;
    private final KeyRequests requests;
    private final Clock clock;

    KeyResource(Keys keys, KeyRequests requests, Clock clock) {
        this.keys = keys;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Makes a key or lists keys, by the method.
     *
     * @param context the request
     */
    public void collection(RoutingContext context) {
        Exchange.of(context).routedTo(ROUTE);
        if (context.request().method().name().equals("POST")) {
            create(context);
        } else {
            list(context);
        }
    }

    private void create(RoutingContext context) {
        Parameters.of(context, List.of());
        Act act = Act.of(context);
        KeyRules.requireWriter(act.caller());
        Optional<String> idempotencyKey = idempotencyKey(context);
        answer(
                context,
                JsonBody.read(context).compose(body -> {
                    Grant grant = requests.grant(body, act.caller().subject());
                    KeyRules.requireNoMoreThanOwn(act.caller(), grant);
                    return keys.create(
                            act, grant, idempotencyKey.map(key -> new Keys.Once(key, hash(body.toString()))));
                }),
                201);
    }

    private void list(RoutingContext context) {
        Parameters parameters = Parameters.of(context, List.of("owner", "limit", "cursor"));
        Identity caller = Identity.of(context);
        int limit = parameters.number("limit", 1, MOST, 50);
        Optional<String> owner = KeyRules.seesAll(caller) ? parameters.find("owner") : Optional.of(caller.subject());
        if (!owner.equals(parameters.find("owner").or(() -> owner))) {
            throw ProblemException.of(WebError.FORBIDDEN, "您只能查看自己的密钥。", "You see your own keys only.");
        }
        keys.list(owner, parameters.find("cursor").map(KeyResource::cursor), limit + 1)
                .onSuccess(found -> {
                    List<ApiKey> page = found.size() > limit ? found.subList(0, limit) : found;
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    page.forEach(key -> body.withArray("/items").add(KeyJson.of(key, clock.instant())));
                    body.withArray("/items");
                    body.put("nextCursor", found.size() > limit ? cursor(page.get(limit - 1)) : null);
                    context.response().putHeader("Cache-Control", "no-store");
                    Answers.json(context, 200, body);
                })
                .onFailure(context::fail);
    }

    /**
     * Shows a key.
     *
     * @param context the request
     */
    public void one(RoutingContext context) {
        Exchange.of(context).routedTo(ROUTE);
        Parameters.of(context, List.of());
        UUID id = id(context, "");
        keys.get(Identity.of(context), id)
                .onSuccess(key -> {
                    context.response().putHeader("ETag", key.entityTag()).putHeader("Cache-Control", "no-store");
                    String ifNoneMatch = context.request().getHeader("If-None-Match");
                    if (ifNoneMatch != null && EntityTag.names(ifNoneMatch, key.entityTag())) {
                        context.response().setStatusCode(304).end();
                    } else {
                        Answers.json(context, 200, KeyJson.of(key, clock.instant()));
                    }
                })
                .onFailure(context::fail);
    }

    /**
     * Gives a key a new secret.
     *
     * @param context the request
     */
    public void rotate(RoutingContext context) {
        change(context, ":rotate", (act, target, body) -> keys.rotate(act, target, requests.overlap(body)));
    }

    /**
     * Takes a key back.
     *
     * @param context the request
     */
    public void revoke(RoutingContext context) {
        change(context, ":revoke", (act, target, body) -> keys.revoke(act, target, requests.reason(body)));
    }

    /** A change with the body that asks for it. */
    @FunctionalInterface
    private interface Wish {
        Future<Keys.Issued> of(Act act, Keys.Target target, ObjectNode body);
    }

    private void change(RoutingContext context, String method, Wish wish) {
        Exchange.of(context).routedTo(ROUTE);
        Parameters.of(context, List.of());
        Act act = Act.of(context);
        KeyRules.requireWriter(act.caller());
        UUID id = id(context, method);
        Optional<String> idempotencyKey = idempotencyKey(context);
        answer(
                context,
                JsonBody.read(context).compose(body -> {
                    Optional<Keys.Once> once =
                            idempotencyKey.map(key -> new Keys.Once(key, hash(id + method + "\n" + body)));
                    String ifMatch = context.request().getHeader("If-Match");
                    return wish.of(act, new Keys.Target(id, ifMatch, once), body);
                }),
                200);
    }

    private void answer(RoutingContext context, Future<Keys.Issued> done, int status) {
        done.onSuccess(issued -> {
                    ApiKey key = issued.key();
                    context.response().putHeader("ETag", key.entityTag()).putHeader("Cache-Control", "no-store");
                    if (status == 201) {
                        context.response().putHeader("Location", Keys.PATH + "/" + key.id());
                    }
                    if (issued.replayed()) {
                        context.response().putHeader("Idempotency-Replayed", "true");
                    }
                    ObjectNode body = issued.secret()
                            .map(secret -> KeyJson.withSecret(key, secret, clock.instant()))
                            .orElseGet(() -> KeyJson.of(key, clock.instant()));
                    Answers.json(context, status, body);
                })
                .onFailure(context::fail);
    }

    private static UUID id(RoutingContext context, String method) {
        String path = context.request().path();
        String text = path.substring(Keys.PATH.length() + 1, path.length() - method.length());
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException noId) {
            // not found below, like an id of no key
        }
        throw ProblemException.of(WebError.NOT_FOUND, "没有该 API 密钥。", "There is no such API key.");
    }

    private static String cursor(ApiKey key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.id().toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException forged) {
            throw ProblemException.of(
                    WebError.INVALID_CURSOR,
                    "cursor 须为本次查询返回的 nextCursor。",
                    "cursor must be a nextCursor of this query.");
        }
    }

    private static Optional<String> idempotencyKey(RoutingContext context) {
        String key = context.request().getHeader("Idempotency-Key");
        if (key != null && !USABLE.matcher(key).matches()) {
            LocalizedText text = new LocalizedText(
                    "Idempotency-Key 须为 1 至 255 个可见 ASCII 字符。",
                    "Idempotency-Key must be 1 to 255 visible ASCII characters.");
            throw ProblemException.of(WebError.INVALID_PARAMETER, text.zh(), text.en())
                    .withError(new ProblemError(
                            "header:Idempotency-Key", key, WebError.INVALID_PARAMETER.code(), text, List.of()));
        }
        return Optional.ofNullable(key);
    }

    private static byte[] hash(String request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
