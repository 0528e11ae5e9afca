package org.finplan.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import org.finplan.platform.testing.library.book.BookRepository;
import org.finplan.platform.testing.library.loan.Loan;
import org.finplan.platform.testing.library.loan.LoanRepository;
import org.finplan.platform.testing.library.loan.LoanedBook;
import org.junit.jupiter.api.Test;

class TableOwnershipTest {

    private static final String LIBRARY = "org.finplan.platform.testing.library";

    private static final TableOwnership RULE = TableOwnership.of(LIBRARY, Set.of("book", "loan", "outbox"))
            .owns("book", "book")
            .owns("loan", "loan");

    @Test
    void aPackageNamesItsOwnTables() {
        assertThat(RULE.faultsOfOwnership()).isEmpty();
        assertThat(RULE.faultsOf(type(BookRepository.class))).isEmpty();
        assertThat(RULE.faultsOf(type(Loan.class))).isEmpty();
    }

    @Test
    void sqlThatNamesAnotherPackagesTableIsAFault() {
        assertThat(RULE.faultsOf(type(LoanRepository.class)))
                .containsExactly(
                        LoanRepository.class.getName() + " names table book of [" + LIBRARY + ".book]",
                        LoanRepository.class.getName() + " names table outbox of [org.finplan.platform.outbox]");
    }

    @Test
    void anEntityOnAnotherPackagesTableIsAFault() {
        assertThat(RULE.faultsOf(type(LoanedBook.class)))
                .containsExactly(LoanedBook.class.getName() + " names table book of [" + LIBRARY + ".book]");
    }

    @Test
    void aTableHasExactlyOneOwner() {
        TableOwnership rule = TableOwnership.of(LIBRARY, Set.of("book", "loan", "reader", "inbox"))
                .owns("book", "book", "loan", "shelf")
                .owns("loan", "loan");

        assertThat(rule.faultsOfOwnership())
                .containsExactly(
                        "table loan has several owners: [" + LIBRARY + ".book, " + LIBRARY + ".loan]",
                        "table reader has no owner",
                        "no migration creates table shelf of " + LIBRARY + ".book");
    }

    @Test
    void tablesAreNamedInEveryKindOfStatement() {
        assertThat(TablesNamed.in("SELECT 1 FROM a x, public.b AS y, c LEFT JOIN d ON d.p = x.p, e"))
                .containsExactly("a", "b", "c", "d");
        assertThat(TablesNamed.in("INSERT INTO a SELECT * FROM ONLY b ON CONFLICT DO UPDATE SET p = 1"))
                .containsExactly("a", "b");
        assertThat(TablesNamed.in("UPDATE a SET p = 1 FROM b")).containsExactly("a", "b");
        assertThat(TablesNamed.in("DELETE FROM a USING b, c")).containsExactly("a", "b", "c");
        assertThat(TablesNamed.in("SELECT extract(day FROM at), p IS NOT DISTINCT FROM q"))
                .isEmpty();
        assertThat(TablesNamed.in("LOCK TABLE a")).containsExactly("a");
        assertThat(TablesNamed.in("COPY a FROM STDIN")).containsExactly("a");
        assertThat(TablesNamed.in("SELECT 1 FROM a\nFOR UPDATE OF a SKIP LOCKED"))
                .containsExactly("a");
    }

    @Test
    void migrationsSayWhichTablesThereAre() {
        Migrations migrations = new Migrations(List.of(
                "CREATE TABLE call (at timestamptz) PARTITION BY RANGE (at);\ncreate table if not exists public.key (id int);",
                "CREATE TABLE call_2026 PARTITION OF call FOR VALUES FROM (1) TO (2); CREATE TABLE old (id int);",
                "EXECUTE format('CREATE TABLE IF NOT EXISTS public.%I PARTITION OF public.call', x); DROP TABLE old;"));

        assertThat(migrations.tables()).containsExactly("call", "key");
    }

    private static JavaClass type(Class<?> type) {
        return new ClassFileImporter().importClass(type);
    }
}
