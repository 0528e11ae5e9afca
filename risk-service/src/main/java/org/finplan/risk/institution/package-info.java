/** The register of financial institutions: who they are, of which kind, under which licence, and in which status since when. */
package org.finplan.risk.institution;
