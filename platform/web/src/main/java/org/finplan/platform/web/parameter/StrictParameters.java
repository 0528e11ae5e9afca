package org.finplan.platform.web.parameter;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not declare, that stand more than once or that have a wrong form. A
 * parameter that was mistyped and silently ignored gives a wrong answer that looks right.
 */
class StrictParameters {

    private final Map<Method, DeclaredParameters> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ResourceInfo resource, UriInfo uri) {
        Map<String, List<String>> sent = uri.getQueryParameters();
        refuse(WebError.INVALID_PARAMETER, ParameterFaults.unstorable(sent, "?"));
        refuse(WebError.INVALID_PARAMETER, ParameterFaults.unstorable(uri.getPathParameters(), "path:"));
        if (sent.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        DeclaredParameters declared = known.computeIfAbsent(resource.getResourceMethod(), DeclaredParameters::of);
        refuse(WebError.UNKNOWN_PARAMETER, declared.unknown(sent));
        refuse(WebError.REPEATED_PARAMETER, declared.repeated(sent));
        refuse(WebError.INVALID_PARAMETER, declared.malformed(sent));
    }

    private static void refuse(WebError code, List<ProblemError> errors) {
        if (!errors.isEmpty()) {
            ProblemError first = errors.get(0);
            throw new ProblemException(
                    code,
                    new LocalizedText(
                            "参数 " + first.pointer() + "：" + first.message().zh(),
                            first.pointer() + ": " + first.message().en()),
                    errors);
        }
    }
}
