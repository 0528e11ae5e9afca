/** Which plans are there for a caller. */
package org.finplan.platform.planversion.scope;
