@echo off
rem Runs the command line of Versus from the compiled classes, and compiles them first if they are missing.
setlocal
set "HOME_FOLDER=%~dp0"
set "LIBRARIES=%HOME_FOLDER%target\versus-lib"

if defined JAVA_HOME (
  set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  set "JAVA=java.exe"
)
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo Versus: no java was found: install a JDK 17 or newer and put it on PATH, or set JAVA_HOME to it. 1>&2
  exit /b 2
)

if exist "%LIBRARIES%" if exist "%HOME_FOLDER%target\classes\dev\versus\cli\Main.class" goto run
echo Versus: building the command line ... 1>&2
pushd "%HOME_FOLDER%"
call .\mvnw.cmd -q process-classes dependency:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=%LIBRARIES%" 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
  echo Versus: the build failed; its messages stand above. To see them again: mvnw.cmd process-classes. 1>&2
  exit /b 2
)

:run
rem The paths of the libraries would make this line too long for Windows, so the libraries are copied into one folder.
"%JAVA%" -Xmx1g -XX:+UseSerialGC "-Ddev.versus.home=%HOME_FOLDER%." -cp "%HOME_FOLDER%target\classes;%LIBRARIES%\*" dev.versus.cli.Main %*
exit /b %ERRORLEVEL%
