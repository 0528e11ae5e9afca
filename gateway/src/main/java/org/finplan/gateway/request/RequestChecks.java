package org.finplan.gateway.request;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Checks the head of a request before any route is looked at: method, size, ambiguity, path. */
@Singleton
public class RequestChecks {

    /** The methods that the gateway takes. */
    public static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final RequestLimitsConfig limits;

    RequestChecks(RequestLimitsConfig limits) {
        this.limits = limits;
    }

    /**
     * Checks a head.
     *
     * @param request whose head was read
     * @throws ProblemException 4xx when the gateway does not take it
     */
    public void check(HttpServerRequest request) {
        if (!METHODS.contains(request.method())) {
            throw ProblemException.of(
                    WebError.METHOD_NOT_ALLOWED, "网关不支持该方法。", "The gateway does not take this method.");
        }
        if (request.uri().length() > limits.uri().asLongValue()) {
            throw ProblemException.of(
                    WebError.URI_TOO_LONG,
                    "地址最长 " + limits.uri().asLongValue() + " 字节。",
                    "A URI has at most " + limits.uri().asLongValue() + " bytes.");
        }
        HeadRules head = HeadRules.of(request.headers());
        if (head.size() > limits.headers().asLongValue()) {
            throw ProblemException.of(
                    WebError.HEADERS_TOO_LARGE,
                    "请求头合计最多 " + limits.headers().asLongValue() + " 字节。",
                    "Headers have at most " + limits.headers().asLongValue() + " bytes together.");
        }
        if (!head.plain(request.version())) {
            throw ProblemException.of(
                            WebError.MALFORMED_REQUEST,
                            "请求头不完整或有歧义：须有且仅有一个 Host，且请求体的长度只能以一种方式给出。",
                            "The head is incomplete or ambiguous: one Host, and the body's length in one way only.")
                    .withHeader("Connection", "close");
        }
        Optional<String> repeated = head.repeated();
        if (repeated.isPresent()) {
            throw repeated(repeated.get());
        }
        if (request.path() == null || !PathRules.plain(request.path())) {
            throw ProblemException.of(
                    WebError.MALFORMED_REQUEST,
                    "路径含有不被接受的字符或片段。",
                    "The path has characters or segments that are not accepted.");
        }
    }

    private static ProblemException repeated(String name) {
        LocalizedText text =
                new LocalizedText("请求头 " + name + " 只能出现一次。", "The header " + name + " may stand only once.");
        WebError code = WebError.REPEATED_PARAMETER;
        return ProblemException.of(code, text.zh(), text.en())
                .withError(new ProblemError("header:" + name, null, code.code(), text, List.of()));
    }
}
