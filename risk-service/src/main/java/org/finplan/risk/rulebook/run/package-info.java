/** Rules applied to what institutions reported: runs, what they find, and the comparison of versions. */
package org.finplan.risk.rulebook.run;
