/** What others rated institutions, as facts of versioned schemes, and how often an institution is inspected for it. */
package org.finplan.risk.institution.rating;
