package org.finplan.platform.web.parameter;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.finplan.platform.problem.ProblemError;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that a resource method declares, with what their values must look like. */
public final class DeclaredParameters {

    private final Map<String, Declared> byName = new TreeMap<>();

    private record Declared(ParameterForm form, boolean repeatable) {}

    private DeclaredParameters() {}

    static DeclaredParameters of(Method method) {
        DeclaredParameters declared = new DeclaredParameters();
        for (Parameter parameter : method.getParameters()) {
            if (isBean(parameter)) {
                declared.addFields(parameter.getType());
            } else {
                declared.add(parameter, parameter.getName(), parameter.getType(), parameter.getParameterizedType());
            }
        }
        return declared;
    }

    /**
     * Where in a request a parameter of a resource method comes from.
     *
     * @param parameter a parameter of a resource method
     * @return the beginning of a pointer, see {@link ProblemError#pointer()}: empty for the body, {@code ?} for a bean of
     *     parameters
     */
    public static String pointer(Parameter parameter) {
        String query = queryName(parameter, parameter.getName());
        if (query != null) {
            return "?" + query;
        }
        if (isBean(parameter)) {
            return "?";
        }
        String path = pathName(parameter);
        if (path != null) {
            return "path:" + path;
        }
        String header = headerName(parameter);
        return header == null ? "" : "header:" + header;
    }

    /**
     * Whether a parameter of a resource method takes the body.
     *
     * @param parameter a parameter of a resource method
     * @return whether it carries none of the annotations that take something else
     */
    public static boolean isBody(Parameter parameter) {
        return pointer(parameter).isEmpty() && !parameter.isAnnotationPresent(Context.class);
    }

    /** The parameters that were sent and are not declared. */
    List<ProblemError> unknown(Map<String, List<String>> sent) {
        return sent.keySet().stream()
                .filter(name -> !byName.containsKey(name))
                .sorted()
                .map(name -> ParameterFaults.unknown(name, byName.keySet()))
                .toList();
    }

    List<ProblemError> repeated(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .filter(entry -> !byName.get(entry.getKey()).repeatable())
                .map(entry -> ParameterFaults.repeated(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<ProblemError> malformed(Map<String, List<String>> sent) {
        List<ProblemError> errors = new ArrayList<>();
        sent.forEach((name, values) -> values.forEach(
                value -> byName.get(name).form().check(name, value).ifPresent(errors::add)));
        return errors;
    }

    private void addFields(Class<?> bean) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(BeanParam.class)) {
                    addFields(field.getType());
                } else {
                    add(field, field.getName(), field.getType(), field.getGenericType());
                }
            }
        }
    }

    private void add(AnnotatedElement element, String name, Class<?> type, Type generic) {
        String query = queryName(element, name);
        if (query == null) {
            return;
        }
        boolean repeatable = Collection.class.isAssignableFrom(type) || type.isArray();
        boolean wraps = repeatable || type == Optional.class;
        ParameterForm form = ParameterForm.of(wraps ? element(type, generic) : type, accepted(element));
        // The framework takes the default for a parameter that is there without a value.
        boolean filled = element.isAnnotationPresent(DefaultValue.class);
        byName.put(query, new Declared(filled ? form.filled() : form, repeatable));
    }

    private static Class<?> element(Class<?> type, Type generic) {
        if (type.isArray()) {
            return type.getComponentType();
        }
        boolean known = generic instanceof ParameterizedType parameterized
                && parameterized.getActualTypeArguments()[0] instanceof Class<?>;
        return known ? (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0] : String.class;
    }

    /** The values that the document lists. */
    private static List<String> accepted(AnnotatedElement element) {
        org.eclipse.microprofile.openapi.annotations.parameters.Parameter described =
                element.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
        return described == null ? List.of() : List.of(described.schema().enumeration());
    }

    private static boolean isBean(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class);
    }

    private static String queryName(AnnotatedElement element, String name) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            return query.value();
        }
        RestQuery rest = element.getAnnotation(RestQuery.class);
        return rest == null ? null : rest.value().isEmpty() ? name : rest.value();
    }

    private static String pathName(Parameter parameter) {
        PathParam path = parameter.getAnnotation(PathParam.class);
        if (path != null) {
            return path.value();
        }
        RestPath rest = parameter.getAnnotation(RestPath.class);
        return rest == null ? null : rest.value().isEmpty() ? parameter.getName() : rest.value();
    }

    private static String headerName(Parameter parameter) {
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        if (header != null) {
            return header.value();
        }
        RestHeader rest = parameter.getAnnotation(RestHeader.class);
        return rest == null ? null : rest.value().isEmpty() ? parameter.getName() : rest.value();
    }
}
