package org.finplan.platform.web.negotiation;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.http.Accept;
import org.finplan.platform.http.MediaType;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.parameter.DeclaredParameters;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Settles the media types before an operation begins. The framework looks at {@code Accept} only when it writes the
 * answer, which for a write is too late: what is refused must not have happened. It would also answer with what the
 * caller wrote there instead of what the operation has, and offer a text body to constructors that are none of the
 * caller's business.
 */
class MediaTypes {

    private static final List<String> JSON = List.of("application/json");
    private static final List<String> IDENTITY = List.of("identity");
    private static final LocalizedText OTHER_TYPE =
            new LocalizedText("该操作不接受此 Content-Type。", "The operation does not read this Content-Type.");
    private static final LocalizedText OTHER_CHARSET =
            new LocalizedText("请求正文须为 UTF-8 编码。", "The body must be encoded in UTF-8.");
    private static final LocalizedText ENCODED = new LocalizedText(
            "请求正文不得压缩或以其他方式编码（Content-Encoding）。",
            "The body must not be compressed or encoded otherwise (Content-Encoding).");

    @ServerRequestFilter
    public void check(ResourceInfo resource, RoutingContext context) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        MultiMap headers = context.request().headers();
        accept(headers, method);
        if (Arrays.stream(method.getParameters()).anyMatch(DeclaredParameters::isBody)) {
            contentEncoding(headers);
            contentType(headers, method);
        }
    }

    /** The header goes on as the one type that was chosen, instead of all that was sent. */
    private static void accept(MultiMap headers, Method method) {
        String header = headers.get(HttpHeaders.ACCEPT);
        if (header == null) {
            return;
        }
        Produces produces = declared(method, Produces.class);
        List<String> offered = produces == null ? JSON : Arrays.asList(produces.value());
        headers.set(HttpHeaders.ACCEPT, Accept.of(header).best(offered).orElseThrow(NotAcceptableException::new));
    }

    private static void contentEncoding(MultiMap headers) {
        String header = String.join(", ", headers.getAll(HttpHeaders.CONTENT_ENCODING));
        if (!header.isBlank() && !header.strip().equalsIgnoreCase("identity")) {
            throw refusal(HttpHeaders.CONTENT_ENCODING, header, ENCODED, IDENTITY)
                    .withHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        }
    }

    private static void contentType(MultiMap headers, Method method) {
        String header = headers.get(HttpHeaders.CONTENT_TYPE);
        if (header == null) {
            return;
        }
        Optional<MediaType> type = MediaType.parse(header);
        boolean json = type.filter(MediaType::isJson).isPresent();
        if (!json && declared(method, Consumes.class) == null) {
            throw refusal(HttpHeaders.CONTENT_TYPE, header, OTHER_TYPE, JSON)
                    .withHeader(HttpHeaders.ACCEPT, "application/json");
        }
        if (json && !type.get().isUtf8()) {
            throw refusal(HttpHeaders.CONTENT_TYPE, header, OTHER_CHARSET, List.of("application/json; charset=utf-8"))
                    .withHeader(HttpHeaders.ACCEPT, "application/json");
        }
    }

    private static <A extends Annotation> A declared(Method method, Class<A> annotation) {
        A own = method.getAnnotation(annotation);
        return own == null ? method.getDeclaringClass().getAnnotation(annotation) : own;
    }

    private static ProblemException refusal(String name, String value, LocalizedText text, List<String> accepted) {
        WebError code = WebError.UNSUPPORTED_MEDIA_TYPE;
        return new ProblemException(
                code, text, List.of(new ProblemError("header:" + name, value, code.code(), text, accepted)));
    }
}
