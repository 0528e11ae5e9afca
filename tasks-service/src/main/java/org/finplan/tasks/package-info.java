/**
 * The tasks service: the tree of a plan, the progress that is reported on its measures, and the flags that indicators set
 * on them. Packages depend downwards only: {@code tree} and {@code assignment} on {@code detail}, {@code list}
 * and {@code progress}, these on {@code standing}, this on {@code flag}, and all of them on {@code task}.
 */
package org.finplan.tasks;
