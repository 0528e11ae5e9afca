package org.finplan.risk.disclosure;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes of bodies that must disclose. */
@ApplicationScoped
class DisclosureClasses {

    private final List<DisclosureClass> classes;

    DisclosureClasses(DisclosureConfig config) {
        Map<String, List<String>> kinds = config.kinds();
        try (InputStream file = DisclosureClasses.class.getResourceAsStream("/disclosure-classes.json")) {
            List<DisclosureClass> shipped =
                    JsonMapper.builder().build().readValue(file, new TypeReference<List<DisclosureClass>>() {});
            classes = shipped.stream()
                    .map(one -> one.with(kinds.getOrDefault(one.code(), one.kinds())))
                    .toList();
        } catch (IOException damaged) {
            throw new UncheckedIOException("disclosure-classes.json of this program", damaged);
        }
    }

    List<DisclosureClass> all() {
        return classes;
    }

    List<String> codes() {
        return classes.stream().map(DisclosureClass::code).toList();
    }

    Optional<DisclosureClass> find(String code) {
        return classes.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** {@return the class that institutions of a kind belong to} */
    Optional<DisclosureClass> ofKind(String kind) {
        return classes.stream().filter(one -> one.kinds().contains(kind)).findFirst();
    }

    /** {@return the codes of the classes whose bodies are named one by one} */
    List<String> named() {
        return classes.stream()
                .filter(one -> one.kinds().isEmpty())
                .map(DisclosureClass::code)
                .toList();
    }
}
