/** Child processes, ports and the question whose process it is. */
package org.finplan.platform.devstack.process;
