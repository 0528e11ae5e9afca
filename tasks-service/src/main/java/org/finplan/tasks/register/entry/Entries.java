package org.finplan.tasks.register.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.tasks.register.Register;
import org.finplan.tasks.register.RegisterError;
import org.finplan.tasks.register.Registers;

/** What other concepts ask of one entry: find it, open it for a write. */
@ApplicationScoped
public class Entries {

    private final EntryRepository repository;
    private final Registers registers;
    private final RegionScope scope;

    Entries(EntryRepository repository, Registers registers, RegionScope scope) {
        this.repository = repository;
        this.registers = registers;
        this.scope = scope;
    }

    /**
     * An entry with its register.
     *
     * @param register the register
     * @param entry the entry
     */
    public record Found(Register register, Entry entry) {}

    /**
     * Finds an entry.
     *
     * @param register code of the register
     * @param id id of the entry
     * @return the entry
     * @throws ProblemException 404 when the caller does not see it
     */
    public Found require(String register, UUID id) {
        Entry entry = repository.find(id, register, scope.readable()).orElseThrow(() -> notFound(id));
        return new Found(registers.require(register, entry.plan()), entry);
    }

    /**
     * Opens an entry for a write. It stays locked until the transaction ends.
     *
     * @param register code of the register
     * @param id id of the entry
     * @return the entry
     * @throws ProblemException 404 when the caller does not see it, 403 when it does not write to its region, 409 when the
     *     register is closed or the entry has left it
     */
    public Found open(String register, UUID id) {
        Entry seen = require(register, id).entry();
        scope.requireWritable(seen.region());
        Entry entry = repository.lock(id, register, scope.readable()).orElseThrow(() -> notFound(id));
        Found found = new Found(registers.require(register, entry.plan()), entry);
        registers.requireOpen(found.register());
        return found;
    }

    /**
     * Refuses a write to what has left the register.
     *
     * @param entry the entry
     * @throws ProblemException 409
     */
    public static void requirePresent(Entry entry) {
        if (entry.endedOn() != null) {
            throw RegisterError.ENDED.at("path:id", entry.id().toString(), List.of());
        }
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(
                RegisterError.ENTRY_NOT_FOUND,
                new LocalizedText("台账中没有条目 " + id + "。", "The register has no entry " + id + "."));
    }
}
