package org.finplan.gateway.edge;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.finplan.gateway.problem.GatewayError;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.http.MediaType;
import org.finplan.platform.http.Utf8;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Reads the body of an operation of the gateway: one JSON object, not large, no name twice. */
public final class JsonBody {

    /** Most bytes of a body. */
    public static final int MOST = 64 * 1024;

    /** In which a body of this size must be whole. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private JsonBody() {}

    /**
     * Reads the body.
     *
     * @param context a request of whose body nothing was read yet
     * @return the object; failed with a problem 400, 408, 413 or 415 when there is none
     */
    public static Future<ObjectNode> read(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<ProblemException> problem = unreadable(request);
        if (problem.isPresent()) {
            return Future.failedFuture(problem.get());
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            context.response().writeContinue();
        }
        return bytes(context).map(JsonBody::parse);
    }

    private static Optional<ProblemException> unreadable(HttpServerRequest request) {
        String encoding = String.join(", ", request.headers().getAll("Content-Encoding"));
        if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            LocalizedText text = new LocalizedText(
                    "请求正文不得压缩或以其他方式编码（Content-Encoding）。",
                    "The body must not be compressed or encoded otherwise (Content-Encoding).");
            return Optional.of(unsupported("Content-Encoding", encoding, text, "identity")
                    .withHeader("Accept-Encoding", "identity"));
        }
        String header = request.getHeader("Content-Type");
        Optional<MediaType> type = header == null ? Optional.empty() : MediaType.parse(header);
        if (type.filter(MediaType::isJson).isEmpty()) {
            LocalizedText text = new LocalizedText("请求正文须为 application/json。", "A body must be application/json.");
            return Optional.of(unsupported("Content-Type", header, text, "application/json")
                    .withHeader("Accept", "application/json"));
        }
        if (!type.get().isUtf8()) {
            LocalizedText text = new LocalizedText("请求正文须为 UTF-8 编码。", "A body must be encoded in UTF-8.");
            return Optional.of(unsupported("Content-Type", header, text, "application/json; charset=utf-8")
                    .withHeader("Accept", "application/json"));
        }
        return Optional.empty();
    }

    private static ProblemException unsupported(String name, String value, LocalizedText text, String accepted) {
        WebError code = WebError.UNSUPPORTED_MEDIA_TYPE;
        return ProblemException.of(code, text.zh(), text.en())
                .withError(new ProblemError("header:" + name, value, code.code(), text, List.of(accepted)));
    }

    private static Future<Buffer> bytes(RoutingContext context) {
        HttpServerRequest request = context.request();
        Promise<Buffer> whole = Promise.promise();
        long deadline = context.vertx().setTimer(PATIENCE.toMillis(), late -> whole.tryFail(tooSlow()));
        Buffer collected = Buffer.buffer();
        request.exceptionHandler(whole::tryFail);
        request.endHandler(end -> whole.tryComplete(collected));
        request.handler(piece -> {
            if (collected.length() + piece.length() > MOST) {
                whole.tryFail(ProblemException.of(
                        WebError.BODY_TOO_LARGE,
                        "请求正文最大 " + MOST + " 字节。",
                        "A body has at most " + MOST + " bytes here."));
            } else {
                collected.appendBuffer(piece);
            }
        });
        request.resume();
        return whole.future().onComplete(done -> context.vertx().cancelTimer(deadline));
    }

    private static ProblemException tooSlow() {
        long seconds = PATIENCE.toSeconds();
        return ProblemException.of(
                        GatewayError.REQUEST_TIMEOUT,
                        "请求正文须在 " + seconds + " 秒内发送完毕。",
                        "A body must be whole within " + seconds + " seconds here.")
                .withHeader("Connection", "close");
    }

    private static ObjectNode parse(Buffer bytes) {
        OptionalInt fault = Utf8.firstFault(bytes.getBytes());
        if (fault.isPresent()) {
            throw problem(
                    WebError.MALFORMED_JSON,
                    "正文第 " + fault.getAsInt() + " 字节（从 0 起）处不是合法的 UTF-8。",
                    "The body is no UTF-8 at byte " + fault.getAsInt() + ", counted from 0.");
        }
        try {
            JsonNode tree = bytes.length() == 0 ? null : READER.readTree(bytes.getBytes());
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException malformed) {
            throw problem(
                    WebError.MALFORMED_JSON,
                    place("第 %d 行第 %d 列处", malformed) + "不是合法的 JSON，或字段重复，或嵌套过深。",
                    "No JSON, or a name twice, or nested too deep" + place(", at line %d, column %d", malformed) + ".");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        throw problem(WebError.INVALID_BODY, "请求正文须为一个 JSON 对象。", "The body must be one JSON object.");
    }

    /** Where the reader stopped; it does not know when it gave up for the size or the depth. */
    private static String place(String form, JsonProcessingException malformed) {
        JsonLocation location = malformed.getLocation();
        return location == null ? "" : form.formatted(location.getLineNr(), location.getColumnNr());
    }

    private static ProblemException problem(WebError code, String zh, String en) {
        return ProblemException.of(code, zh, en)
                .withError(new ProblemError("", null, code.code(), new LocalizedText(zh, en), List.of()));
    }
}
