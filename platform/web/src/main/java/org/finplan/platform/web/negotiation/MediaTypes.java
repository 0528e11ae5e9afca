package org.finplan.platform.web.negotiation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.parameter.DeclaredParameters;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Settles the media types before an operation begins. The framework looks at {@code Accept} only when it writes the
 * answer, which for a write is too late: what is refused must not have happened. And it would offer a text body to
 * constructors that are none of the caller's business.
 */
class MediaTypes {

    private static final String[] JSON = {MediaType.APPLICATION_JSON};
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]+";
    private static final Pattern RANGE = Pattern.compile(TOKEN + "/" + TOKEN + "\\s*(;.*)?");

    @ServerRequestFilter
    public void check(ResourceInfo resource, HttpHeaders headers) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        accept(headers, method);
        contentType(headers, method);
    }

    private static void accept(HttpHeaders headers, Method method) {
        String header = headers.getHeaderString(HttpHeaders.ACCEPT);
        if (header == null || header.isBlank()) {
            return;
        }
        Produces produces = declared(method, Produces.class);
        if (produces == null && (header.equals(MediaType.WILDCARD) || header.equals(MediaType.APPLICATION_JSON))) {
            return;
        }
        String[] offered = produces == null ? JSON : produces.value();
        boolean met = false;
        for (String part : header.split(",", -1)) {
            // One that cannot be read spoils the whole header: the framework would stumble over it after the work is
            // done.
            MediaType wanted = parse(part.strip());
            met |= Arrays.stream(offered).map(MediaType::valueOf).anyMatch(wanted::isCompatible);
        }
        if (!met) {
            throw new NotAcceptableException();
        }
    }

    private static MediaType parse(String text) {
        try {
            if (RANGE.matcher(text).matches()) {
                return MediaType.valueOf(text);
            }
        } catch (IllegalArgumentException unreadable) {
            throw new NotAcceptableException(unreadable);
        }
        throw new NotAcceptableException();
    }

    private static void contentType(HttpHeaders headers, Method method) {
        String header = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (header == null
                || declared(method, Consumes.class) != null
                || Arrays.stream(method.getParameters()).noneMatch(DeclaredParameters::isBody)) {
            return;
        }
        if (!isJson(header)) {
            throw refusal(
                    WebError.UNSUPPORTED_MEDIA_TYPE,
                    "header:Content-Type",
                    header,
                    new LocalizedText("该操作不接受此 Content-Type。", "The operation does not read this Content-Type."),
                    JSON);
        }
    }

    private static boolean isJson(String header) {
        int parameters = header.indexOf(';');
        String type = parameters < 0 ? header : header.substring(0, parameters);
        return MediaType.APPLICATION_JSON.equalsIgnoreCase(type.strip());
    }

    private static <A extends Annotation> A declared(Method method, Class<A> annotation) {
        A own = method.getAnnotation(annotation);
        return own == null ? method.getDeclaringClass().getAnnotation(annotation) : own;
    }

    private static ProblemException refusal(
            WebError code, String pointer, String value, LocalizedText text, String[] accepted) {
        return new ProblemException(
                code, text, List.of(new ProblemError(pointer, value, code.code(), text, List.of(accepted))));
    }
}
