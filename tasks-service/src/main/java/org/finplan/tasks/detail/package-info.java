/** One task or safeguard with everything around it: clauses, breadcrumbs, links, standings of regions and flags. */
package org.finplan.tasks.detail;
