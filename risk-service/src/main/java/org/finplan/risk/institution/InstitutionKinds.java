package org.finplan.risk.institution;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.finplan.platform.events.LocalizedText;

/** The kinds of institutions: those of the plan, and those that the configuration adds. */
@ApplicationScoped
public class InstitutionKinds {

    private final Map<String, InstitutionKind> kinds = new LinkedHashMap<>();

    InstitutionKinds(InstitutionConfig config) {
        try (InputStream file = InstitutionKinds.class.getResourceAsStream("/institution-kinds.json")) {
            JsonMapper.builder()
                    .build()
                    .readValue(file, new TypeReference<List<InstitutionKind>>() {})
                    .forEach(kind -> kinds.put(kind.code(), kind));
        } catch (IOException damaged) {
            throw new UncheckedIOException("institution-kinds.json of this program", damaged);
        }
        config.kinds().forEach((code, names) -> kinds.put(code, new InstitutionKind(code, name(names))));
    }

    /** {@return all kinds, those of the plan first} */
    public List<InstitutionKind> all() {
        return List.copyOf(kinds.values());
    }

    /** {@return the codes of all kinds, those of the plan first} */
    public List<String> codes() {
        return List.copyOf(kinds.keySet());
    }

    /**
     * Finds a kind.
     *
     * @param code its code
     * @return the kind, empty when there is none
     */
    public Optional<InstitutionKind> find(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    private static LocalizedText name(String names) {
        int bar = names.indexOf('|');
        return bar < 0
                ? new LocalizedText(names.strip(), names.strip())
                : new LocalizedText(
                        names.substring(0, bar).strip(),
                        names.substring(bar + 1).strip());
    }
}
