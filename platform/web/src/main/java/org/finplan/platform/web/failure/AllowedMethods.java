package org.finplan.platform.web.failure;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The methods that an address has, for the {@code Allow} that a 405 must carry (RFC 9110, 15.5.6) and that the framework
 * leaves out. Gathered when the first one is asked for.
 */
@Singleton
class AllowedMethods {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*[^}:\\s]+\\s*(?::\\s*([^}]+?)\\s*)?}");

    private volatile List<Operation> operations;

    private record Operation(Pattern path, String method) {}

    /** {@return the methods of a path as the header has them, empty when it has none} */
    String of(String path) {
        return operations().stream()
                .filter(operation -> operation.path().matcher(path).matches())
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }

    private List<Operation> operations() {
        if (operations == null) {
            operations = gather();
        }
        return operations;
    }

    private static List<Operation> gather() {
        List<Operation> found = new ArrayList<>();
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .collect(Collectors.toSet())
                .forEach(type -> addOperations(type, found));
        return List.copyOf(found);
    }

    private static void addOperations(Class<?> type, List<Operation> found) {
        for (Method method : type.getDeclaredMethods()) {
            Path own = method.getAnnotation(Path.class);
            String path = type.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
            for (String verb : verbs(method)) {
                found.add(new Operation(pattern(path), verb));
            }
        }
    }

    private static Set<String> verbs(Method method) {
        Set<String> verbs = new TreeSet<>();
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                verbs.add(verb.value());
            }
        }
        if (verbs.contains(HttpMethod.GET)) {
            verbs.add(HttpMethod.HEAD);
        }
        return verbs;
    }

    /** A template of JAX-RS as a regular expression over the whole path. */
    static Pattern pattern(String template) {
        StringBuilder expression = new StringBuilder();
        for (String segment : template.split("/", -1)) {
            if (!segment.isEmpty()) {
                expression.append('/').append(segment(segment));
            }
        }
        return Pattern.compile(expression.append("/?").toString());
    }

    private static String segment(String segment) {
        StringBuilder expression = new StringBuilder();
        Matcher matcher = PARAMETER.matcher(segment);
        int end = 0;
        while (matcher.find()) {
            expression.append(Pattern.quote(segment.substring(end, matcher.start())));
            expression.append(matcher.group(1) == null ? "[^/]+?" : "(?:" + matcher.group(1) + ")");
            end = matcher.end();
        }
        return expression.append(Pattern.quote(segment.substring(end))).toString();
    }
}
