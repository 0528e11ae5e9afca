package org.finplan.platform.web.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Says in the schema of a record what the record itself says: a component may be null only with {@link Nullable}; what an
 * answer always carries is required; and what {@code @param} tells of a component describes it.
 */
final class RecordSchemas {

    private static final String PREFIX = "org.finplan";

    private final IndexView index;
    private final Map<String, List<ClassInfo>> records = new HashMap<>();
    private final Set<String> sent = new HashSet<>();

    /**
     * @param index the classes of the service
     * @param sent names of the schemas that callers send; there the constraints of validation say what is required
     */
    RecordSchemas(IndexView index, Set<String> sent) {
        this.index = index;
        this.sent.addAll(sent);
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith(PREFIX)) {
                records.computeIfAbsent(schemaName(type), name -> new ArrayList<>())
                        .add(type);
            }
        }
        // Of two records of one name and form, such as one of the domain and its view, the one that was given the name
        // counts.
        // The order of the index differs from build to build.
        records.values()
                .forEach(types -> types.sort(
                        Comparator.comparing((ClassInfo type) -> !isNamed(type)).thenComparing(ClassInfo::name)));
    }

    private static boolean isNamed(ClassInfo type) {
        return type.hasDeclaredAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    }

    /** Completes one schema of the document when it is that of a record. */
    void complete(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        Set<String> names = schema.getProperties().keySet();
        candidates(name).stream()
                .filter(type -> components(type).keySet().equals(names))
                .findFirst()
                .ifPresent(type -> complete(name, schema, type));
    }

    private List<ClassInfo> candidates(String name) {
        if (records.containsKey(name)) {
            return records.get(name);
        }
        // A generic record has a schema for each of its arguments: Page of Alert is PageAlert; a name that two records
        // share gets a number.
        return records.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private void complete(String name, Schema schema, ClassInfo type) {
        if (schema.getDescription() == null) {
            schema.setDescription(Javadoc.of(type.name().toString()).text());
        }
        Map<String, Component> components = components(type);
        // In the order of the properties.
        for (String key : List.copyOf(schema.getProperties().keySet())) {
            Component component = components.get(key);
            Schema property = schema.getProperties().get(key);
            if (property.getDescription() == null) {
                property.setDescription(component.description());
            }
            if (!sent.contains(name) && !component.leftOut() && !isRequired(schema, key)) {
                schema.addRequired(key);
            }
            if (component.nullableItems()) {
                property.setItems(orNull(property.getItems()));
            }
            if (component.nullable() && !component.leftOut()) {
                schema.addProperty(key, orNull(property));
            }
        }
    }

    /** What a record says of a component: in words, whether it may be null, is then left out, and may hold nulls. */
    private record Component(String description, boolean nullable, boolean leftOut, boolean nullableItems) {}

    private Map<String, Component> components(ClassInfo type) {
        Map<String, Component> components = new HashMap<>();
        Javadoc javadoc = Javadoc.of(type.name().toString());
        boolean nullsAreLeftOut = leavesNullsOut(type.declaredAnnotation(JsonInclude.class), false);
        for (RecordComponentInfo component : type.recordComponents()) {
            // Annotations of components are on the fields as well, whatever their target.
            FieldInfo field = type.field(component.name());
            if (field.hasAnnotation(JsonIgnore.class)) {
                continue;
            }
            if (field.hasAnnotation(JsonUnwrapped.class)) {
                components.putAll(components(index.getClassByName(field.type().name())));
            } else {
                boolean nullable = field.hasAnnotation(Nullable.class);
                boolean leftOut = nullable && leavesNullsOut(field.annotation(JsonInclude.class), nullsAreLeftOut);
                components.put(
                        component.name(),
                        new Component(
                                javadoc.parameter(component.name()),
                                nullable,
                                leftOut,
                                field.hasAnnotation(NullableItems.class)));
            }
        }
        return components;
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() == null && property.getEnumeration() == null && property.getType() != null) {
            List<SchemaType> types = new ArrayList<>(property.getType());
            if (!types.contains(SchemaType.NULL)) {
                types.add(SchemaType.NULL);
            }
            return property.type(types);
        }
        Schema either = OASFactory.createSchema().description(property.getDescription());
        property.setDescription(null);
        Schema target =
                property.getRef() == null ? property : OASFactory.createSchema().ref(property.getRef());
        return either.anyOf(List.of(target, OASFactory.createSchema().type(List.of(SchemaType.NULL))));
    }

    private static boolean isRequired(Schema schema, String property) {
        return schema.getRequired() != null && schema.getRequired().contains(property);
    }

    private static boolean leavesNullsOut(AnnotationInstance include, boolean otherwise) {
        if (include == null || include.value() == null) {
            return otherwise;
        }
        return !include.value().asEnum().equals(JsonInclude.Include.ALWAYS.name());
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance schema =
                type.declaredAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }
}
