package org.finplan.platform.web.failure;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.parameter.DeclaredParameters;

/** Turns violations of bean validation into places of the request, with texts of our own in both languages. */
final class ViolationFaults {

    private static final Map<String, LocalizedText> TEXTS = Map.ofEntries(
            Map.entry("NotNull", new LocalizedText("必填。", "Required.")),
            Map.entry("NotBlank", new LocalizedText("必填，不得为空白。", "Required, not blank.")),
            Map.entry("NotEmpty", new LocalizedText("必填，不得为空。", "Required, not empty.")),
            Map.entry("Null", new LocalizedText("不得填写。", "Must be left out.")),
            Map.entry("Size", new LocalizedText("长度须在 {min} 至 {max} 之间。", "The size must be between {min} and {max}.")),
            Map.entry("Min", new LocalizedText("不得小于 {value}。", "At least {value}.")),
            Map.entry("Max", new LocalizedText("不得大于 {value}。", "At most {value}.")),
            Map.entry("DecimalMin", new LocalizedText("不得小于 {value}。", "At least {value}.")),
            Map.entry("DecimalMax", new LocalizedText("不得大于 {value}。", "At most {value}.")),
            Map.entry(
                    "Digits",
                    new LocalizedText(
                            "整数位至多 {integer} 位，小数位至多 {fraction} 位。",
                            "At most {integer} digits before and {fraction} after the point.")),
            Map.entry("Pattern", new LocalizedText("格式须符合 {regexp}。", "Must have the form {regexp}.")),
            Map.entry("Positive", new LocalizedText("须为正数。", "Must be positive.")),
            Map.entry("PositiveOrZero", new LocalizedText("不得为负数。", "Must not be negative.")));

    private ViolationFaults() {}

    static Failure of(ConstraintViolationException e) {
        List<ConstraintViolation<?>> violations = List.copyOf(e.getConstraintViolations());
        if (violations.stream().anyMatch(ViolationFaults::isOfReturnValue)) {
            return Failures.ofStatus(500).causedBy(e);
        }
        List<ProblemError> errors = places("", violations);
        boolean inBody = errors.stream()
                .anyMatch(error -> error.pointer().isEmpty() || error.pointer().startsWith("/"));
        return new Failure(
                inBody ? WebError.INVALID_BODY : WebError.INVALID_PARAMETER, detail(errors), errors, Map.of(), null);
    }

    /** The places of violations below some place of the request. */
    static List<ProblemError> places(String pointer, Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> place(pointer, violation))
                .sorted(Comparator.comparing(ProblemError::pointer).thenComparing(ProblemError::code))
                .toList();
    }

    /** The place of something that is required and is not there. */
    static ProblemError missing(String pointer) {
        return new ProblemError(pointer, null, kebab("NotNull"), TEXTS.get("NotNull"), List.of());
    }

    static LocalizedText detail(List<ProblemError> errors) {
        return new LocalizedText(
                "有 " + errors.size() + " 处不符合要求，见 errors。", errors.size() + " places do not fit; see errors.");
    }

    private static boolean isOfReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static ProblemError place(String prefix, ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        LocalizedText template =
                TEXTS.getOrDefault(constraint, new LocalizedText(violation.getMessage(), violation.getMessage()));
        Object value = violation.getInvalidValue();
        boolean shown = value instanceof CharSequence || value instanceof Number || value instanceof Enum<?>;
        return new ProblemError(
                prefix + pointer(violation),
                shown ? value.toString() : null,
                kebab(constraint),
                new LocalizedText(fill(template.zh(), attributes), fill(template.en(), attributes)),
                constraint.equals("Pattern") ? List.of(String.valueOf(attributes.get("regexp"))) : List.of());
    }

    private static String fill(String template, Map<String, Object> attributes) {
        String text = template;
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            text = text.replace("{" + attribute.getKey() + "}", String.valueOf(attribute.getValue()));
        }
        return text;
    }

    private static String kebab(String constraint) {
        return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        Path.MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD -> method = node.as(Path.MethodNode.class);
                case PARAMETER -> pointer.append(parameter(violation, method, node.as(Path.ParameterNode.class)));
                default -> {
                    appendIndex(pointer, node);
                    append(pointer, node.getName());
                }
            }
        }
        return pointer.toString();
    }

    private static String parameter(
            ConstraintViolation<?> violation, Path.MethodNode method, Path.ParameterNode parameter) {
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            for (Method candidate : type.getDeclaredMethods()) {
                if (candidate.getName().equals(method.getName())
                        && List.of(candidate.getParameterTypes()).equals(method.getParameterTypes())
                        && !candidate.isSynthetic()) {
                    return DeclaredParameters.pointer(candidate.getParameters()[parameter.getParameterIndex()]);
                }
            }
        }
        return "";
    }

    private static void appendIndex(StringBuilder pointer, Path.Node node) {
        if (node.isInIterable()) {
            Object place = node.getIndex() == null ? node.getKey() : node.getIndex();
            append(pointer, place == null ? null : place.toString());
        }
    }

    private static void append(StringBuilder pointer, String name) {
        if (name != null && !name.startsWith("<")) {
            boolean afterBean = pointer.toString().equals("?");
            pointer.append(afterBean ? "" : "/").append(name.replace("~", "~0").replace("/", "~1"));
        }
    }
}
