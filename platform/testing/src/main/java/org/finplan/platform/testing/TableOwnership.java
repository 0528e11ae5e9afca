package org.finplan.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every table of a service belongs to one package, and only SQL of this package names it.
 *
 * <pre>{@code
 * TableOwnership.of("org.finplan.tasks")
 *         .owns("task", "task", "task_standing")
 *         .owns("flag", "task_flag", "attainment")
 *         .check();
 * }</pre>
 *
 * <p>The tables are those that the service's migrations create, so a new table without an owner fails. The tables of the
 * shared libraries have their owners already; they are not named in a service at all. SQL is looked for in the string
 * constants of the compiled classes, in capitals as this suite writes its keywords, and in the annotations of entities.
 */
public final class TableOwnership {

    private static final String PLATFORM = "org.finplan.platform";

    /** The tables of the shared libraries, by the package that owns them. */
    private static final Map<String, Set<String>> SHARED = Map.of(
            PLATFORM + ".access.audit",
            Set.of("audit_record", "audit_head"),
            PLATFORM + ".web.idempotency",
            Set.of("idempotency_key"),
            PLATFORM + ".planversion",
            Set.of("package_version", "package_piece", "archived_plan"),
            PLATFORM + ".outbox",
            Set.of(
                    "outbox",
                    "outbox_sequence",
                    "outbox_topic",
                    "outbox_parked",
                    "inbox",
                    "waiting_aggregate",
                    "dead_letter",
                    "lease"));

    private final String root;
    private final Set<String> tables;
    private final SortedMap<String, Set<String>> owned = new TreeMap<>();

    private TableOwnership(String root, Set<String> tables) {
        this.root = root;
        this.tables = tables;
    }

    /**
     * The tables of a service, by its migrations on the class path.
     *
     * @param root root package, such as {@code org.finplan.tasks}
     * @return a rule that knows no owner yet
     */
    public static TableOwnership of(String root) {
        return of(root, Migrations.onTheClassPath().tables());
    }

    /** The rule for tables that are given. */
    static TableOwnership of(String root, Set<String> tables) {
        return new TableOwnership(root, tables);
    }

    /**
     * Says whose tables are whose.
     *
     * @param concept package below the root, such as {@code task}; the packages below it are part of it
     * @param tables the tables it owns
     * @return this rule
     */
    public TableOwnership owns(String concept, String... tables) {
        owned.computeIfAbsent(root + "." + concept, name -> new TreeSet<>()).addAll(List.of(tables));
        return this;
    }

    /** Checks that every table has one owner, and that no class names a table of another package. */
    public void check() {
        List<String> faults = new ArrayList<>(faultsOfOwnership());
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        classes.forEach(type -> faults.addAll(faultsOf(type)));
        assertThat(faults).as("faults in the ownership of tables of %s", root).isEmpty();
    }

    /** Tables without an owner or with two, and owners of what does not exist. */
    List<String> faultsOfOwnership() {
        List<String> faults = new ArrayList<>();
        for (String table : new TreeSet<>(tables)) {
            List<String> owners = owners(table);
            if (owners.isEmpty()) {
                faults.add("table " + table + " has no owner");
            } else if (owners.size() > 1) {
                faults.add("table " + table + " has several owners: " + owners);
            }
        }
        owned.forEach((owner, names) -> names.stream()
                .filter(table -> !tables.contains(table))
                .forEach(table -> faults.add("no migration creates table " + table + " of " + owner)));
        return faults;
    }

    /** What a class names though its package owns it not. */
    List<String> faultsOf(JavaClass type) {
        return TablesNamed.by(type).stream()
                .filter(tables::contains)
                .filter(table -> owners(table).stream().noneMatch(owner -> isWithin(owner, type)))
                .map(table -> type.getName() + " names table " + table + " of " + owners(table))
                .sorted()
                .toList();
    }

    private List<String> owners(String table) {
        List<String> owners = new ArrayList<>();
        for (Map<String, Set<String>> owning : List.of(owned, SHARED)) {
            owning.forEach((owner, names) -> {
                if (names.contains(table)) {
                    owners.add(owner);
                }
            });
        }
        return owners;
    }

    private static boolean isWithin(String owner, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(owner + ".");
    }
}
