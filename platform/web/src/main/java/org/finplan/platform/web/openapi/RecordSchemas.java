package org.finplan.platform.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    private final Map<String, List<ClassInfo>> records = new HashMap<>();
    private final Set<String> sent = new HashSet<>();

    /**
     * @param index the classes of the service
     * @param sent names of the schemas that callers send; there the constraints of validation say what is required
     */
    RecordSchemas(IndexView index, Set<String> sent) {
        this.sent.addAll(sent);
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith(PREFIX)) {
                records.computeIfAbsent(schemaName(type), name -> new ArrayList<>())
                        .add(type);
            }
        }
    }

    /** Completes one schema of the document when it is that of a record. */
    void complete(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        Set<String> names = schema.getProperties().keySet();
        candidates(name).stream()
                .filter(type -> componentNames(type).equals(names))
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
        Javadoc javadoc = Javadoc.of(type.name().toString());
        if (schema.getDescription() == null) {
            schema.setDescription(javadoc.text());
        }
        boolean nullsAreLeftOut = leavesNullsOut(type.declaredAnnotation(JsonInclude.class), false);
        // In the order of the properties; annotations of components are on the fields as well, whatever their target.
        for (String component : List.copyOf(schema.getProperties().keySet())) {
            FieldInfo field = type.field(component);
            boolean nullable = field.hasAnnotation(Nullable.class);
            boolean leftOut = nullable && leavesNullsOut(field.annotation(JsonInclude.class), nullsAreLeftOut);
            Schema property = schema.getProperties().get(component);
            if (property.getDescription() == null) {
                property.setDescription(javadoc.parameter(component));
            }
            if (!sent.contains(name) && !leftOut && !isRequired(schema, component)) {
                schema.addRequired(component);
            }
            if (nullable && !leftOut) {
                schema.addProperty(component, orNull(property));
            }
        }
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

    private static Set<String> componentNames(ClassInfo type) {
        return type.recordComponents().stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
    }
}
