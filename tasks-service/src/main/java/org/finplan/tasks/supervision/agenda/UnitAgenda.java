package org.finplan.tasks.supervision.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads the dates of one unit for somebody who showed the key of its calendar and is bound to no region. */
@ApplicationScoped
public class UnitAgenda {

    private final AgendaRepository agenda;

    UnitAgenda(AgendaRepository agenda) {
        this.agenda = agenda;
    }

    /**
     * Reads the unit's open matters. From here on the transaction sees nothing else of supervision, and no region: the database
     * holds it, whatever a query says.
     *
     * @param city code of the city that the key is of
     * @param unit code of the unit that the key is of
     * @param span which deadlines
     * @return the matters, the earliest deadline first
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<AgendaMatter> open(String city, String unit, AgendaSpan span) {
        agenda.bindTo(city, unit);
        return agenda.open(city, unit, span);
    }
}
