package org.finplan.risk.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.web.security.RegionScope;

/** What other concepts may ask of the register; always within what the caller reads or writes. */
@ApplicationScoped
public class Institutions {

    private final InstitutionRepository register;
    private final RegionScope scope;

    Institutions(InstitutionRepository register, RegionScope scope) {
        this.register = register;
        this.scope = scope;
    }

    /**
     * Finds an institution.
     *
     * @param uscc its code
     * @return the institution
     * @throws ProblemException 404 when the caller sees none of that code
     */
    @Transactional
    public Institution require(String uscc) {
        return register.find(uscc, scope.readable()).orElseThrow(() -> InstitutionProblems.notFound(uscc));
    }

    /**
     * Finds an institution that something is to be written about.
     *
     * @param uscc its code
     * @return the institution, locked until the transaction of the caller ends
     * @throws ProblemException 404 when the caller sees none of that code, 403 when it may not write it
     */
    @Transactional
    public Institution requireWritable(String uscc) {
        scope.requireWritable(require(uscc).region());
        List<Institution> locked = register.lock(List.of(uscc), scope.writable());
        return locked.stream().findFirst().orElseThrow(() -> InstitutionProblems.notFound(uscc));
    }

    /**
     * Finds institutions.
     *
     * @param codes codes, of institutions that exist or not
     * @return those that the caller sees, by code
     */
    @Transactional
    public Map<String, Institution> known(Collection<String> codes) {
        return byCode(register.all(codes, scope.readable()));
    }

    /**
     * The institutions in some regions.
     *
     * @param regions the regions
     * @return the codes of those that the caller sees, in order
     */
    @Transactional
    public List<String> codes(RegionSet regions) {
        RegionSet readable = scope.readable();
        if (regions.all()) {
            return register.codes(readable);
        }
        return register.codes(new RegionSet(
                false, regions.codes().stream().filter(readable::contains).collect(Collectors.toSet())));
    }

    /**
     * Keeps others from writing about institutions until the transaction of the caller ends.
     *
     * @param codes codes of institutions that the caller may write
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Collection<String> codes) {
        register.lock(codes, scope.writable());
    }

    private static Map<String, Institution> byCode(List<Institution> found) {
        return found.stream()
                .collect(Collectors.toMap(
                        Institution::uscc, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }
}
