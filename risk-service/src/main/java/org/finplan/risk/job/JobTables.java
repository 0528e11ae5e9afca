package org.finplan.risk.job;

/**
 * Where the jobs of one kind stand. All of it are constants of the package that owns the tables.
 *
 * @param jobs table of the jobs, which has {@code id}, {@code state} and {@code finished_at}
 * @param queue column or expression of this table; of the jobs with one value one is under way and the others wait
 * @param orderedAt column that says when a job was ordered
 * @param parts table of the parts, which has {@code number}, {@code attempts} and {@code done_at}
 * @param job column of the parts that names the job
 */
public record JobTables(String jobs, String queue, String orderedAt, String parts, String job) {

    /** {@return a statement with the names put in} */
    String sql(String statement) {
        return statement
                .replace("{jobs}", jobs)
                .replace("{queue}", queue)
                .replace("{ordered_at}", orderedAt)
                .replace("{parts}", parts)
                .replace("{job}", job);
    }
}
