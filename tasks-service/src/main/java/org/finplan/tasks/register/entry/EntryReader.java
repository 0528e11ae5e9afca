package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.register.Register;
import org.finplan.tasks.register.RegisterError;

/** Reads what people write of an entry and holds it against what the register asks for. */
@ApplicationScoped
class EntryReader {

    private final EntryRepository repository;
    private final RegionScope scope;

    EntryReader(EntryRepository repository, RegionScope scope) {
        this.repository = repository;
        this.scope = scope;
    }

    Entry.Content read(Register register, EntryRequest sent) {
        return read(
                register,
                new Sent(
                        sent.name(),
                        sent.region(),
                        sent.sharedWith(),
                        sent.fields(),
                        sent.tasks(),
                        sent.indicators(),
                        sent.source()),
                List.of());
    }

    Entry.Content read(Register register, EntryRevisionRequest sent, Entry before) {
        return read(
                register,
                new Sent(
                        sent.name(),
                        sent.region(),
                        sent.sharedWith(),
                        sent.fields(),
                        sent.tasks(),
                        sent.indicators(),
                        sent.source()),
                before.content().clauses());
    }

    private record Sent(
            EntryNameInput name,
            String region,
            List<String> sharedWith,
            Map<String, JsonNode> fields,
            List<String> tasks,
            List<String> indicators,
            EntrySourceInput source) {}

    private Entry.Content read(Register register, Sent sent, List<String> clauses) {
        PlanCodes codes = PlanCodes.of(register.read());
        if (!codes.regions().contains(sent.region())) {
            throw RegisterError.UNKNOWN_REGION.at("/region", sent.region(), readable(codes));
        }
        scope.requireWritable(sent.region(), "/region");
        List<String> shared =
                known(RegisterError.UNKNOWN_REGION, "/sharedWith", sent.sharedWith(), codes.regions(), readable(codes));
        List<String> tasks = known(RegisterError.UNKNOWN_TASK, "/tasks", sent.tasks(), codes.tasks(), codes.tasks());
        List<String> indicators = known(
                RegisterError.UNKNOWN_INDICATOR,
                "/indicators",
                sent.indicators(),
                codes.indicators(),
                codes.indicators());
        FieldReader reader = new FieldReader(register.definition().fields(), codes);
        ObjectNode fields = reader.read(sent.fields());
        refuseUnknownLinks(register, reader);
        if (!reader.faults().isEmpty()) {
            throw new ProblemException(
                    RegisterError.FIELDS_REFUSED, RegisterError.FIELDS_REFUSED.title(), reader.faults());
        }
        return new Entry.Content(
                sent.name().text(),
                sent.region(),
                shared,
                fields,
                reader.links().stream().map(FieldReader.Link::entry).toList(),
                tasks,
                indicators,
                clauses,
                sent.source() == null ? null : sent.source().source());
    }

    /** Links are looked up register by register, of which a form has one or two. */
    private void refuseUnknownLinks(Register register, FieldReader reader) {
        Map<String, List<FieldReader.Link>> byRegister =
                reader.links().stream().collect(Collectors.groupingBy(FieldReader.Link::register));
        byRegister.forEach((code, links) -> {
            List<String> ids = links.stream().map(FieldReader.Link::entry).toList();
            Set<String> visible = repository.visible(ids, register, code, scope.readable());
            links.stream()
                    .filter(link -> !visible.contains(link.entry()))
                    .forEach(link ->
                            reader.add(FieldFault.UNKNOWN_REFERENCE, link.pointer(), link.entry(), List.of(code)));
        });
    }

    private List<String> readable(PlanCodes codes) {
        return codes.regions().stream().filter(scope.readable()::contains).toList();
    }

    private static List<String> known(
            RegisterError error, String pointer, @Nullable List<String> sent, List<String> known, List<String> told) {
        List<String> codes = new ArrayList<>(new LinkedHashSet<>(sent == null ? List.of() : sent));
        for (String code : codes) {
            if (!known.contains(code)) {
                throw error.at(pointer + "/" + sent.indexOf(code), code, told);
            }
        }
        return List.copyOf(codes);
    }
}
