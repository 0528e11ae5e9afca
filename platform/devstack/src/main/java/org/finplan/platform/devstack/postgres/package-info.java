/** PostgreSQL from the binaries of io.zonky.test, run as a child process. */
package org.finplan.platform.devstack.postgres;
